import { expect, test } from 'vitest';
import { plainPartyId } from '../../../src/core/model/party-id.ts';

/** Annotations hold on to these ids: a library that gives others is another format, not an update. */
const TABLE = [
  ['Ольга Ершова', 'olga-ershova'],
  ['Щукин Юрий', 'shchukin-yuriy'],
  ['ГОЛОС ИЗ ЗАЛА', 'golos-iz-zala'],
  ['Пётр Объедков', 'petr-obedkov'],
  ['Депутат № 3', 'deputat-no-3'],
  ['Зоряна Їжакевич', 'zoryana-izhakevich'],
  ['Григорій Щур', 'grigoriy-shchur'],
  ['Уладзімір Ўльянаў', 'uladzimir-ulyanau'],
  ['Ђорђе Љубић', 'djordje-ljubic'],
  ['Цветанка Жекова', 'tsvetanka-zhekova'],
  ['Աննա Վարդանյան', 'anna-vardanyan'],
  ['Գևորգ Քոչարյան', 'gevorg-kocharyan'],
  ['ՆԱԽԱԳԱՀ', 'nakhagah'],
  ['Ռուբեն Ճաղարյան', 'rrowben-chagharyan'],
  ['Շուշան Ձորեցյան', 'showshan-dzoretsyan'],
  ['ნინო ჭავჭავაძე', 'nino-chavchavadze'],
  ['გიორგი ღვინიაშვილი', 'giorgi-ghviniashvili'],
  ['თამარ ყიფიანი', 'tamar-qipiani'],
  ['ზურაბ ძიძიგური', 'zurab-dzidziguri'],
  ['Ελένη Παπαδοπούλου', 'eleni-papadopoyloy'],
  ['Γιώργος Ξανθός', 'giorgos-xanthos'],
  ['ΠΡΟΕΔΡΟΣ', 'proedros'],
  ['Ψυχούλα Ευαγγελία', 'psychoyla-eyaggelia'],
  ['سمير الحداد', 'smyr-lhdd'],
  ['رئيس الجلسة', 'riys-ljlsh'],
  ['ليلى عبد الرحمن', 'lyla-bd-lrhmn'],
  ['پروین گلستانی', 'prwyn-glstny'],
  ['چنگیز ژاله', 'chngyz-zhlh'],
  ['דנה לוי', 'dnh-lvy'],
  ['יושב ראש', 'yvsv-rs'],
  ['צבי בן־חיים', 'tsvy-vn-hyym'],
  ['מרים שפירא', 'mrym-sfyr'],
  ['अनिता शर्मा', 'anita-srma'],
  ['राजेश कुमार', 'rajes-kumar'],
  ['अध्यक्ष महोदय', 'adhyks-mhody'],
  ['ज़ोया खान', 'joya-khan'],
  ['অনিতা রায়', 'anita-ray'],
  ['সভাপতি', 'sbhapti'],
  ['রহিম উদ্দিন', 'rhim-uddin'],
  ['பிரியா சுந்தரம்', 'piriya-cuntrm'],
  ['தலைவர்', 'tlaivr'],
  ['கண்ணன் ராஜா', 'knnn-raja'],
  ['สมชาย ใจดี', 'smchay-aichdi'],
  ['ประธาน', 'prathan'],
  ['วิภา ศรีสุข', 'wipha-srisukh'],
  ['王芳', 'wangfang'],
  ['李建国', 'lijianguo'],
  ['主持人', 'zhuchiren'],
  ['陈晓明', 'chenxiaoming'],
  ['歐陽修文', 'ouyangxiuwen'],
  ['山田花子', 'shantianhuazi'],
  ['佐藤 健', 'zuoteng-jian'],
  ['やまだ たろう', 'yamada-tarou'],
  ['タナカ', 'tanaka'],
  ['司会者', 'sihuizhe'],
  ['김민수', 'gimminsu'],
  ['이서연', 'iseoyeon'],
  ['사회자', 'sahoeja'],
  ['박 지훈', 'bag-jihun'],
  ['최유진', 'choeyujin'],
  ['ጸሐይ በቀለ', 'tsehay-bekele'],
  ['አበበ ቢቂላ', 'abebe-bikila'],
  ['ሊቀመንበር', 'likemenber'],
  ['Ида Moss', 'ida-moss'],
  ['Per Линд', 'per-lind'],
] as const;

test.for(TABLE)('%s gets the id %s', ([name, id]) => {
  expect(plainPartyId(name)).toBe(id);
  expect(plainPartyId(name.normalize('NFD'))).toBe(id);
});

test.for([
  ['Ida Moss', 'ida-moss'],
  ['DR. JOSÉ GARCÍA-LÓPEZ', 'dr-jose-garcia-lopez'],
  ["O'Brien", 'o-brien'],
  ['Łukasz Żak', 'ukasz-zak'],
  ['SPEAKER_00', 'speaker_00'],
  ['Speaker 2', 'speaker-2'],
  ['2nd Voice', 'nd-voice'],
] as const)('%s, in Latin letters, keeps the id %s of earlier imports', ([name, id]) => {
  expect(plainPartyId(name)).toBe(id);
});

test.for([
  ['Transcript', 'party-transcript'],
  ['U12', 'party-u12'],
  ['Humberstone', 'party-humberstone'],
  ['Heather Lee', 'heather-lee'],
] as const)('%s gets %s, which is no id of something else', ([name, id]) => {
  expect(plainPartyId(name)).toBe(id);
});

test.for(['1', '...', '★'])('of %s nothing can be used', name => {
  expect(plainPartyId(name)).toBe('');
});
