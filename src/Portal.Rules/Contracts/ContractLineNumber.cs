using Portal.Rules.Text;

namespace Portal.Rules.Contracts;

/// <summary>
/// The number of a line as it is stored, the same from a form and from a file (ADMIN-4, ADMIN-12): neither width nor
/// blanks make two of one, as of a telephone number.
/// </summary>
public static class ContractLineNumber
{
    /// <param name="typed">Any text.</param>
    public static string Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return string.Concat(CanonicalText.Identifier(typed).Where(c => !char.IsWhiteSpace(c)));
    }
}
