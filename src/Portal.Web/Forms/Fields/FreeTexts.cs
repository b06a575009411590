using Portal.Rules.Text;

namespace Portal.Web.Forms.Fields;

/// <summary>What every free text is asked, of one line or several.</summary>
internal static class FreeTexts
{
    /// <param name="typed">As it came, trimmed: composing it may hide what is wrong with it.</param>
    /// <param name="text">As it is stored.</param>
    public static FieldFault? Find(string typed, string text, int longest, bool multiline) => text.Length switch
    {
        0 => null,
        _ when TextCheck.Find(typed, multiline) is not null => new FieldFault.WrongCharacters(),
        _ when CodePoints.Count(text) is var length && length > longest => new FieldFault.TooLong(longest, length),
        _ => null,
    };
}
