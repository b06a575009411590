using Portal.Rules.Text;

namespace Portal.Web.Forms.Fields;

/// <summary>Text of several lines, each ending in a line feed, whatever the browser sent.</summary>
/// <param name="Longest">In code points; the end of a line is one.</param>
public sealed record NoteField(int Longest) : Field<string>
{
    public override FieldReading<string> Read(string typed)
    {
        var lines = typed.ReplaceLineEndings("\n").Trim();
        var note = CanonicalText.FreeText(lines);
        return new(note, FreeTexts.Find(lines, note, Longest, multiline: true));
    }
}
