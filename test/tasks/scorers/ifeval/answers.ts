/** One row of `shared/datasets/ifeval/input_data.jsonl`. */
export interface IfevalRow {
  readonly prompt: string;
  readonly instruction_id_list: readonly string[];
  readonly kwargs: readonly Readonly<Record<string, unknown>>[];
}

const TEXT = [
  'Dr. Smith went to the U.S. in Jan. 1998. He met Mr. J. Bach there, e.g. at 5 p.m. on Monday... Was it good? "Yes!" he said.',
  'The plan has three parts. First, we look at what is there. Then we change it, step by step. Finally, we test all of it again!',
  'NASA and the EU sent a REPORT (see [source] and [date]) to everyone who asked. It cost $3.5 million, i.e. too much. Why?',
  'I love my job, because it is fun. P.S. You should come too. P.P.S. bring cake',
];
const FOREIGN: Readonly<Record<string, string>> = {
  de: 'Das Wetter ist heute wirklich sehr schön, und wir gehen mit den Kindern in den Park.',
  fr: 'Le temps est très agréable aujourd’hui et nous allons au parc avec les enfants.',
  es: 'El tiempo es muy agradable hoy y vamos al parque con los niños de la escuela.',
  ru: 'Сегодня очень хорошая погода, и мы идём в парк вместе с детьми из школы.',
  hi: 'आज मौसम बहुत अच्छा है और हम बच्चों के साथ पार्क जा रहे हैं।',
  ar: 'الطقس جميل جدا اليوم وسنذهب إلى الحديقة مع الأطفال من المدرسة',
};

/** Answers of many kinds to one row: what models say, what the instructions ask for, and what comes near. */
export function answersTo({ prompt, kwargs }: IfevalRow, index: number): string[] {
  const told = Object.assign({}, ...kwargs) as Record<string, unknown>;
  const plain = TEXT[index % TEXT.length] ?? '';
  const words = [told.keywords, told.forbidden_words, told.keyword]
    .flat()
    .filter((word) => typeof word === 'string');
  const times = (text: string, count: unknown) =>
    Array.from({ length: Number(count ?? 3) }, (_, n) => `${text} ${n + 1}`);
  const long = Array.from({ length: 12 }, (_, n) => TEXT[(index + n) % TEXT.length]).join('\n');
  const fulfilled = [
    String(told.prompt_to_repeat ?? ''),
    '<<A title>>',
    ...times(`* point with *emphasis* and **more**`, told.num_bullets),
    ...times(`${told.section_spliter ?? 'Section'}`, told.num_sections).map((head) => `${head}\n${plain}`),
    ...words.map((word) => `Here is ${word}.`).flatMap((line) => times(line, told.frequency)),
    String(told.letter ?? '').repeat(Number(told.let_frequency ?? 0)),
    ...times('[name]', told.num_placeholders),
    `${told.postscript_marker ?? 'P.S.'} Do not forget.`,
    String(told.end_phrase ?? ''),
  ]
    .filter((line) => line !== '')
    .join('\n');
  const paragraphs = Array.from({ length: Number(told.num_paragraphs ?? 2) }, () => plain);
  const nth = paragraphs.map((text, n) =>
    n + 1 === told.nth_paragraph ? `${told.first_word} ${text}` : text,
  );
  const language = FOREIGN[String(told.language)] ?? Object.values(FOREIGN)[index % 6] ?? '';
  return [
    plain,
    long,
    long.toUpperCase(),
    long.toLowerCase(),
    long.replaceAll(',', ''),
    fulfilled,
    `${fulfilled}\n\n${long}`,
    `Sure! Here it is:\n${fulfilled}\nI hope this helps!`,
    `"${plain}"`,
    `Sure:\n"${plain}"\nDone.`,
    paragraphs.join('\n***\n'),
    `***\n${paragraphs.join('\n\n***\n')}\n***`,
    nth.join('\n\n'),
    `${nth.join('\n\n')}\n\n${plain}`,
    `First answer: ${plain}\n******\nSecond answer: ${long}`,
    `******${plain}******${plain}`,
    '```json\n{"answer": "yes", "n": NaN}\n```',
    `{"a": [1, 2, ${index}]}`,
    'My answer is maybe.',
    `${prompt}\n${plain}`,
    language,
    language.toUpperCase(),
    `- one\n- two\n\n* three\n   * four\n** five\n1. six\nA. seven\nB. Eight. c. nine`,
    '\n \n',
    '123 !?',
    `We visited St. Mary's Ave. in Wash. with Prof. Li (Ph.D.)... etc. and then left. "Why?" I can't say, it's 'bout 3 p.m. on Jan. 5. Item no. 5 is BIG!!! OK.`,
  ];
}
