using Portal.Rules.Text;

namespace Portal.Web.Forms.Fields;

/// <summary>The reading of a name: hiragana and half-width kana become katakana.</summary>
/// <param name="Longest">In code points.</param>
public sealed record KanaField(int Longest = LineField.LongestName) : Field<string>
{
    public override FieldReading<string> Read(string typed)
    {
        var (line, fault) = new LineField(Longest).Read(typed);
        var kana = CanonicalText.Kana(line);
        return new(kana, fault ?? (CanonicalText.IsReading(kana) ? null : new FieldFault.NotKana()));
    }
}
