import type { IfevalRow } from './answers.ts';

const INSTRUCTIONS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'keywords:existence': { keywords: ['plan', 'test'] },
  'keywords:frequency': { keyword: ' it ', frequency: 3, relation: 'at least' },
  'keywords:forbidden_words': { forbidden_words: ['cake', 'plan'] },
  'keywords:letter_frequency': { letter: 'q', let_frequency: 1, let_relation: 'less than' },
  'language:response_language': { language: 'de' },
  'length_constraints:number_sentences': { num_sentences: 4, relation: 'at least' },
  'length_constraints:number_paragraphs': { num_paragraphs: 2 },
  'length_constraints:number_words': { num_words: 25, relation: 'less than' },
  'length_constraints:nth_paragraph_first_word': {
    num_paragraphs: 3,
    nth_paragraph: 2,
    first_word: 'Weekend',
  },
  'detectable_content:number_placeholders': { num_placeholders: 2 },
  'detectable_content:postscript': { postscript_marker: 'P.P.S' },
  'detectable_format:number_bullet_lists': { num_bullets: 4 },
  'detectable_format:constrained_response': {},
  'detectable_format:number_highlighted_sections': { num_highlights: 3 },
  'detectable_format:multiple_sections': { section_spliter: 'SECTION', num_sections: 2 },
  'detectable_format:json_format': {},
  'detectable_format:title': {},
  'combination:two_responses': {},
  'combination:repeat_prompt': { prompt_to_repeat: 'Tell me about the park.' },
  'startend:end_checker': { end_phrase: 'Is there more? ' },
  'startend:quotation': {},
  'change_case:capital_word_frequency': { capital_frequency: 3, capital_relation: 'at least' },
  'change_case:english_capital': {},
  'change_case:english_lowercase': {},
  'punctuation:no_comma': {},
};

/** One row for each instruction that there is, with None where a table has a column for others. */
export const ROWS: readonly IfevalRow[] = Object.entries(INSTRUCTIONS).map(([id, kwargs]) => ({
  prompt: 'Tell me about the park.',
  instruction_id_list: [id],
  kwargs: [{ ...kwargs, unused: null }],
}));
