using Portal.Rules.Text;

namespace Portal.Web.Forms.Fields;

/// <summary>
/// One line of text: a name, a department. NFC and trimmed, any script; nothing that breaks the line or turns its
/// direction (TEXT-5).
/// </summary>
/// <param name="Longest">In code points, as the database counts (TEXT-3).</param>
public sealed record LineField(int Longest, bool Required = false) : Field<string>
{
    /// <summary>A family name, a given name, a name to be called by.</summary>
    public const int LongestName = PersonName.Longest;

    /// <summary>A department, a title.</summary>
    public const int LongestPlace = 60;

    public override FieldReading<string> Read(string typed)
    {
        var line = CanonicalText.FreeText(typed);
        return new(line, FreeTexts.Find(typed.Trim(), line, Longest, multiline: false)
            ?? (Required && line.Length == 0 ? new FieldFault.Missing() : null));
    }
}
