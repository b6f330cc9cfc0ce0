/**
 * Small grammars, one a language: `orders` says in which orders the parts of a sentence may stand. A verb is denied by a
 * word before or behind it, or has another form (`denied`). Numbers are in words and in digits.
 */
const words = text => text.trim().split(/\s*\|\s*/);
const plain = (text, denial) => words(text).map(verb => ({ verb, ...denial }));
const forms = text =>
  words(text).map(pair => {
    const [verb, denied] = pair.split(' > ');
    return { verb, denied };
  });
const numbers = text =>
  words(text).map(pair => {
    const [, word, digits] = /^(.*) (\d+)$/.exec(pair);
    return { word, digits };
  });

export const GRAMMARS = {
  ar: {
    orders: ['opener verb subject number noun tail', 'verb subject number noun tail opener'],
    openers: words('حينها | هناك | في الخريف | بعد ذلك | في الربيع | أخيرا'),
    subjects: words('الجيران | العمال | الجنود | الأصدقاء | الطلاب | الفلاحون'),
    verbs: forms(
      'باع > لم يبع | رأى > لم ير | اشترى > لم يشتر | وجد > ما وجد | بنى > لم يبن | أعاد > ما أعاد',
    ),
    numbers: numbers('ثلاثة 3 | أربعة 4 | خمسة 5 | ستة 6 | سبعة 7 | ثمانية 8 | تسعة 9 | عشرة 10'),
    nouns: words('بيوت | كتب | خيول | قوارب | أكياس | صناديق'),
    tails: words('قرب الجسر | في المدينة | خلف السوق | عند المحطة | على الطريق | في الجنوب'),
    fillers: words('يعني | طبعا | حسنا'),
  },
  be: {
    orders: ['opener subject verb number noun tail', 'subject verb number noun tail opener'],
    openers: words('Тады | Там | Увосень | Потым | Вясной | Нарэшце'),
    subjects: words('мы | яны | суседзі | рабочыя | усе | жаўнеры'),
    verbs: plain('прадалі | убачылі | купілі | атрымалі | пабудавалі | вярнулі', { before: 'не' }),
    numbers: numbers(
      'пяць 5 | шэсць 6 | сем 7 | восем 8 | дзесяць 10 | дванаццаць 12 | дваццаць 20 | дваццаць пяць 25 | сорак 40',
    ),
    nouns: words('дамоў | кніг | коней | лістоў | лодак | мяхоў'),
    tails: words('каля ракі | у горадзе | за мостам | каля станцыі | на рынку | на поўдні'),
    fillers: words('ну | вось | значыць'),
  },
  de: {
    orders: ['opener aux subject number noun tail verb', 'subject aux opener number noun tail verb'],
    openers: words('Damals | Dort | Später | Danach | Endlich | Zuletzt'),
    subjects: words('die Nachbarn | wir | die Arbeiter | alle | die Soldaten | die Bauern'),
    aux: ['haben'],
    verbs: plain('verkauft | gesehen | gekauft | bekommen | gebaut | zurückgebracht', { before: 'nicht' }),
    numbers: numbers(
      'fünf 5 | sechs 6 | sieben 7 | acht 8 | zehn 10 | zwölf 12 | zwanzig 20 | fünfundzwanzig 25 | vierzig 40 | dreihundert 300',
    ),
    nouns: words('Häuser | Bücher | Pferde | Briefe | Boote | Säcke'),
    tails: words('am Fluss | in der Stadt | hinter der Brücke | beim Bahnhof | auf dem Markt | im Süden'),
    fillers: words('ja | eben | halt'),
  },
  en: {
    orders: ['opener subject verb number noun tail', 'subject verb number noun tail opener'],
    openers: words('Then | There | In autumn | Afterwards | In spring | Finally'),
    subjects: words('we | they | the neighbours | the workers | all of us | the soldiers'),
    verbs: forms(
      'sold > did not sell | saw > never saw | bought > did not buy | got > did not get | built > never built | brought > did not bring',
    ),
    numbers: numbers(
      'five 5 | six 6 | seven 7 | eight 8 | ten 10 | twelve 12 | twenty 20 | twenty-five 25 | forty 40 | three hundred 300',
    ),
    nouns: words('houses | books | horses | letters | boats | sacks'),
    tails: words(
      'by the river | in the town | behind the bridge | near the station | at the market | in the south',
    ),
    fillers: words('well | indeed | you know'),
  },
  es: {
    orders: ['opener subject verb number noun tail', 'subject verb number noun tail opener'],
    openers: words('Entonces | Allí | En otoño | Después | En primavera | Finalmente'),
    subjects: words('los vecinos | ellos | los obreros | todos | los soldados | los campesinos'),
    verbs: plain('vendieron | vieron | compraron | recibieron | construyeron | devolvieron', {
      before: 'no',
    }),
    numbers: numbers(
      'cinco 5 | seis 6 | siete 7 | ocho 8 | diez 10 | doce 12 | veinte 20 | veinticinco 25 | treinta y ocho 38 | cuarenta 40',
    ),
    nouns: words('casas | libros | caballos | cartas | barcos | sacos'),
    tails: words(
      'junto al río | en la ciudad | detrás del puente | cerca de la estación | en el mercado | en el sur',
    ),
    fillers: words('pues | bueno | claro'),
  },
  fr: {
    orders: ['opener subject verb number noun tail', 'subject verb number noun tail opener'],
    openers: words('Alors | Là-bas | En automne | Ensuite | Au printemps | Finalement'),
    subjects: words('les voisins | ils | les ouvriers | tous | les soldats | les paysans'),
    verbs: forms(
      "vendaient > ne vendaient pas | voyaient > ne voyaient pas | achetaient > n'achetaient pas | recevaient > ne recevaient jamais | bâtissaient > ne bâtissaient plus | rendaient > ne rendaient pas",
    ),
    numbers: numbers(
      'cinq 5 | six 6 | sept 7 | huit 8 | dix 10 | douze 12 | vingt 20 | vingt-cinq 25 | soixante-dix-huit 78 | quatre-vingt-dix 90',
    ),
    nouns: words('maisons | livres | chevaux | lettres | bateaux | sacs'),
    tails: words(
      'au bord du fleuve | dans la ville | derrière le pont | près de la gare | au marché | au sud',
    ),
    fillers: words('bon | enfin | eh'),
  },
  hy: {
    orders: ['opener subject verb number noun tail', 'subject verb number noun tail opener'],
    openers: words('Այնժամ | Այնտեղ | Աշնանը | Հետո | Գարնանը | Վերջապես'),
    subjects: words('հարևանները | նրանք | բանվորները | բոլորը | զինվորները | գյուղացիները'),
    verbs: forms(
      'վաճառեցին > չվաճառեցին | տեսան > չտեսան | գնեցին > չգնեցին | ստացան > չստացան | կառուցեցին > չկառուցեցին | վերադարձրին > չեն վերադարձրել',
    ),
    numbers: numbers(
      'հինգ 5 | վեց 6 | յոթ 7 | ութ 8 | տասը 10 | տասներկու 12 | քսան 20 | քսանհինգ 25 | քառասուն 40',
    ),
    nouns: words('տուն | գիրք | ձի | նամակ | նավակ | պարկ'),
    tails: words('գետի մոտ | քաղաքում | կամրջի հետևում | կայարանի մոտ | շուկայում | հարավում'),
    fillers: words('դե | լավ | ուրեմն'),
  },
  it: {
    orders: ['opener subject verb number noun tail', 'subject verb number noun tail opener'],
    openers: words('Allora | Là | In autunno | Dopo | In primavera | Infine'),
    subjects: words('i vicini | essi | gli operai | tutti | i soldati | i contadini'),
    verbs: plain('vendevano | vedevano | compravano | ricevevano | costruivano | restituivano', {
      before: 'non',
    }),
    numbers: numbers(
      'cinque 5 | sette 7 | otto 8 | dieci 10 | dodici 12 | venti 20 | venticinque 25 | ventotto 28 | quaranta 40 | centotto 108',
    ),
    nouns: words('case | libri | cavalli | lettere | barche | sacchi'),
    tails: words('lungo il fiume | in città | dietro il ponte | vicino alla stazione | al mercato | al sud'),
    fillers: words('beh | ecco | dunque'),
  },
  pl: {
    orders: ['opener subject verb number noun tail', 'subject verb number noun tail opener'],
    openers: words('Wtedy | Tam | Jesienią | Potem | Wiosną | Wreszcie'),
    subjects: words('sąsiedzi | oni | robotnicy | wszyscy | żołnierze | chłopi'),
    verbs: plain('sprzedali | widzieli | kupili | dostali | zbudowali | zwrócili', { before: 'nie' }),
    numbers: numbers(
      'pięć 5 | sześć 6 | siedem 7 | osiem 8 | dziesięć 10 | dwanaście 12 | dwadzieścia 20 | dwadzieścia pięć 25 | czterdzieści 40',
    ),
    nouns: words('domów | książek | koni | listów | łodzi | worków'),
    tails: words('nad rzeką | w mieście | za mostem | koło stacji | na targu | na południu'),
    fillers: words('no | cóż | więc'),
  },
  pt: {
    orders: ['opener subject verb number noun tail', 'subject verb number noun tail opener'],
    openers: words('Então | Ali | No outono | Depois | Na primavera | Finalmente'),
    subjects: words('os vizinhos | eles | os operários | todos | os soldados | os camponeses'),
    verbs: plain('venderam | viram | compraram | receberam | construíram | devolveram', { before: 'não' }),
    numbers: numbers(
      'cinco 5 | seis 6 | sete 7 | oito 8 | dez 10 | doze 12 | vinte 20 | vinte e cinco 25 | trinta e oito 38 | quarenta 40',
    ),
    nouns: words('casas | livros | cavalos | cartas | barcos | sacos'),
    tails: words('junto ao rio | na cidade | atrás da ponte | perto da estação | no mercado | no sul'),
    fillers: words('bem | pois | enfim'),
  },
  ru: {
    orders: ['opener subject verb number noun tail', 'subject verb number noun tail opener'],
    openers: words('Тогда | Там | Осенью | Потом | Весной | Наконец'),
    subjects: words('мы | они | соседи | рабочие | все | солдаты'),
    verbs: plain('продали | увидели | купили | получили | построили | вернули', { before: 'не' }),
    numbers: numbers(
      'пять 5 | шесть 6 | семь 7 | восемь 8 | десять 10 | двенадцать 12 | двадцать 20 | двадцать пять 25 | сорок 40 | триста 300',
    ),
    nouns: words('домов | книг | лошадей | писем | лодок | мешков'),
    tails: words('у реки | в городе | за мостом | возле станции | на рынке | на юге'),
    fillers: words('ну | вот | значит'),
  },
  tr: {
    orders: ['opener subject tail number noun verb', 'subject opener tail number noun verb'],
    openers: words('Orada | Sonra | Baharda | Sonunda | Güzün | Daha sonra'),
    subjects: words('komşular | onlar | işçiler | herkes | askerler | köylüler'),
    verbs: forms(
      'sattı > satmadı | gördü > görmedi | aldı > almadı | buldu > bulmadı | yaptı > yapmadı | getirdi > getirmedi',
    ),
    numbers: numbers(
      'beş 5 | altı 6 | yedi 7 | sekiz 8 | on 10 | on iki 12 | yirmi 20 | yirmi beş 25 | kırk 40 | üç yüz 300',
    ),
    nouns: words('ev | kitap | at | mektup | kayık | çuval'),
    tails: words('ırmak kıyısında | şehirde | köprünün arkasında | istasyonun yanında | pazarda | güneyde'),
    fillers: words('işte | yani | peki'),
  },
  uk: {
    orders: ['opener subject verb number noun tail', 'subject verb number noun tail opener'],
    openers: words('Тоді | Там | Восени | Потім | Навесні | Нарешті'),
    subjects: words('ми | вони | сусіди | робітники | усі | солдати'),
    verbs: plain('продали | побачили | купили | отримали | збудували | повернули', { before: 'не' }),
    numbers: numbers(
      "п'ять 5 | шість 6 | сім 7 | вісім 8 | десять 10 | дванадцять 12 | двадцять 20 | двадцять п'ять 25 | сорок 40 | триста 300",
    ),
    nouns: words('будинків | книг | коней | листів | човнів | мішків'),
    tails: words('біля річки | у місті | за мостом | біля станції | на ринку | на півдні'),
    fillers: words('ну | ось | отже'),
  },
};
