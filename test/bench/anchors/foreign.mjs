/**
 * Talks in German and in Russian: the limits of `src/core/anchor/limits.ts` were never chosen on them. Made of words and not
 * of grammar: what counts is how often words come again, and what they look like.
 */
const words = text => text.trim().split(/\s+/);

const LANGUAGES = {
  de: {
    subjects: words(
      'ich er sie wir ihr man keiner jemand Herr_Brandt Frau_Seidel der_Ausschuss die_Gemeinde das_Gericht',
    ),
    verbs:
      words(`sagte wusste sah schrieb las unterschrieb verweigerte versprach verlangte fragte hörte glaubte bestritt
      schickte öffnete schloss besuchte vergaß erklärte meldete verschob unterstützte erwähnte erhielt zahlte prüfte plante baute`),
    objects:
      words(`Vertrag Brief Bericht Antrag Beschluss Haushalt Vorschlag Termin Schlüssel Zeugen Bürgermeister Nachbarn
      Lehrer Richter Anwalt Bahnhof Fluss Hafen Markt Winter Zug Wald Garten Brücke Schule Kirche Fabrik Straße Ernte Zahlung Schuld
      Unterschrift Frist Wahl Stimme Klage Antwort Frage Woche Rechnung Zeitung Versammlung Grenze Quelle Küche Werkstatt Gemeinde
      Haus Dorf Amt Konto Gesetz Protokoll Gutachten Telefon Foto Archiv Büro Krankenhaus Jahr Gespräch Verfahren Geld Wasser`),
    adjectives: words(
      'alten neuen großen kleinen langen öffentlichen privaten frühen späten schwierigen fremden ehrlichen leisen letzten offenen',
    ),
    small: words('in auf mit von für nach vor ohne gegen zwischen unter bei seit über wegen'),
    joints: words('und aber weil obwohl während wenn dass oder denn sodass'),
    denials: words('nicht nie kaum niemals'),
    numbers: ['fünf', 'zwölf', 'zwanzig', 'dreihundert', '850.000', '2016', '40', '7', 'fünf Milliarden'],
    names: words(
      'Anna Bernd Clara Dieter Elke Gustav Hanna Ingo Karla Lutz Maren Norbert Petra Ralf Sabine Volker Bremen Leipzig',
    ),
    short: ['Ja.', 'Nein.', 'Das weiß ich nicht.', 'Genau.', 'Weiter.', 'Danke.', 'Ach so.', 'Wie bitte?'],
    speakers: ['frau_seidel', 'herr_brandt', 'vorsitz'],
  },
  ru: {
    subjects: words('я он она мы они никто кто-то господин_Ершов госпожа_Щукина комиссия завод совет суд'),
    verbs:
      words(`сказал знал видел писал читал подписал отказал обещал требовал спросил слышал верил отрицал отправил открыл закрыл
      посетил забыл объяснил сообщил отложил поддержал упомянул получил заплатил проверил построил нашёл вернул`),
    objects:
      words(`договор письмо отчёт заявление решение бюджет предложение срок ключ свидетеля мэра соседа учителя судью адвоката
      вокзал реку порт рынок зиму поезд лес сад мост школу церковь фабрику улицу урожай оплату долг подпись выборы голос жалобу ответ
      вопрос неделю счёт газету собрание границу источник кухню мастерскую общину дом деревню ведомство закон протокол телефон снимок
      архив контору больницу год разговор дело деньги воду дорогу площадь границу станцию кабинет`),
    adjectives: words(
      'старый новый большой малый долгий открытый частный ранний поздний трудный чужой честный тихий последний общий',
    ),
    small: words('в на с от для после перед без против между под при через из около'),
    joints: words('и но потому_что хотя пока если что или чтобы когда'),
    denials: words('не никогда едва'),
    numbers: ['пять', 'двенадцать', 'двадцать', 'триста', '850 000', '2016', '40', '7', 'пять миллиардов'],
    names: words(
      'Анна Борис Вера Глеб Дарья Егор Жанна Захар Ирина Кирилл Лидия Марк Нина Олег Полина Роман Тула Псков',
    ),
    short: ['Да.', 'Нет.', 'Я не помню.', 'Верно.', 'Дальше.', 'Спасибо.', 'Понятно.', 'Что?'],
    speakers: ['ershov', 'shchukina', 'predsedatel'],
  },
};

/** The source of a talk in one of the languages, as those of the other kinds of text. */
export function foreignText(tag) {
  const language = LANGUAGES[tag];
  const spaced = word => word.replaceAll('_', ' ');
  return random => {
    const pick = name => spaced(random.pick(language[name]));
    const thing = () => {
      if (random.chance(0.15)) return pick('names');
      if (random.chance(0.08)) return `${pick('numbers')} ${pick('objects')}`;
      return random.chance(0.4) ? `${pick('adjectives')} ${pick('objects')}` : pick('objects');
    };
    const clause = () => {
      const parts = [pick('subjects')];
      if (random.chance(0.1)) parts.push(pick('denials'));
      parts.push(pick('verbs'), thing());
      if (random.chance(0.5)) parts.push(pick('small'), thing());
      return parts.join(' ');
    };
    const sentence = () => {
      let text = clause();
      for (let more = random.integer(0, 2); more > 0; more--)
        text += `${random.chance(0.5) ? ',' : ''} ${pick('joints')} ${clause()}`;
      return `${text[0].toUpperCase()}${text.slice(1)}${random.chance(0.12) ? '?' : '.'}`;
    };
    const turn = () =>
      random.chance(0.3)
        ? random.pick(language.short)
        : Array.from({ length: random.integer(1, 4) }, sentence).join(' ');
    return { sentence, turn, speakers: language.speakers, word: () => pick('objects') };
  };
}
