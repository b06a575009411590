using Portal.Rules.Text;

namespace Portal.Rules.Identifiers;

/// <summary>
/// What a tenant's login IDs look like: the one rule behind forms, lists and files that bring users (OPER-5, ADMIN-12).
/// </summary>
/// <param name="Format">The profile's mask; null = letters, digits and a few signs.</param>
/// <param name="IsAddress">People sign in with an e-mail address; no mask counts then.</param>
public sealed record LoginIdShape(string? Format, bool IsAddress = false)
{
    private const int Shortest = 4;
    private const string Signs = "@._+-";

    /// <param name="typed">Any text; width does not matter.</param>
    public IdReading Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var id = CanonicalText.Identifier(typed);
        return IsAddress && id.Length > 0 ? Address(id) : Named(AsMasked(id));
    }

    private static IdReading Address(string id)
    {
        var address = EmailAddress.Stored(id);
        return new(address, EmailAddress.IsAcceptable(address) ? null : IdFault.WrongForm);
    }

    private IdReading Named(string id) => new(id, CodePoints.Count(id) switch
    {
        0 => IdFault.Missing,
        > IdFormat.LongestId => IdFault.TooLong,
        _ when TextCheck.Find(id, multiline: false) is not null || CanonicalText.MixesScripts(id) || !Fits(id) => IdFault.WrongForm,
        _ => null,
    });

    /// <summary>Letters stand as the mask has them, so that a list does not show one kind of ID in two ways.</summary>
    private string AsMasked(string id) => Format is not null && IdFormat.Fits(Format, id) ? IdFormat.Shown(Format, id) : id;

    private bool Fits(string id) => Format is not null
        ? IdFormat.Fits(Format, id)
        : id.Length >= Shortest && id.All(c => char.IsAsciiLetterOrDigit(c) || Signs.Contains(c, StringComparison.Ordinal));
}
