using System.Text;

namespace Portal.Web.Export;

/// <summary>
/// Makes a text harmless to spreadsheets (EX-01). A formula sign is defused at the start of the cell and after every
/// separator, quote or line break in it, because a program that splits the cell there sees a cell of its own.
/// </summary>
public static class CsvCell
{
    private const char Guard = '\'';
    private const string Formula = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    private const string Separators = "\t\r\n\0\"',;|";

    /// <summary>Would a spreadsheet take it for more than a text?</summary>
    public static bool IsRisky(string text) => Harmless(text).Length != text?.Length;

    public static string Harmless(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new StringBuilder(text.Length + 1);
        if (text.Length > 0 && "\t\r\n\0".Contains(text[0], StringComparison.Ordinal))
        {
            result.Append(Guard);
        }

        var atStart = true;
        foreach (var letter in text)
        {
            if (atStart && Formula.Contains(letter, StringComparison.Ordinal))
            {
                result.Append(Guard);
            }

            atStart = Separators.Contains(letter, StringComparison.Ordinal) || (atStart && char.IsWhiteSpace(letter));
            result.Append(letter);
        }

        return result.ToString();
    }
}
