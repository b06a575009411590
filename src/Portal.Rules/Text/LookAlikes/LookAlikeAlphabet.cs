namespace Portal.Rules.Text;

/// <summary>Alphabets whose letters are taken for one another.</summary>
internal enum LookAlikeAlphabet
{
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Cherokee,
    Coptic,
    Lisu,
}
