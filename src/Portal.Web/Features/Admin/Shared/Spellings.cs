using Portal.Rules.Text;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>
/// How a login ID or an address may stand in a record that keeps it as it was spelled then: an index finds each, and
/// none is found by folding all rows (ADMIN-7, TEXT-1).
/// </summary>
internal static class Spellings
{
    public static IReadOnlyList<string> Of(string typed)
    {
        var plain = EmailAddress.Stored(typed);
        return [.. new[] { typed, plain, plain.ToUpperInvariant(), plain.ToLowerInvariant(), CanonicalText.PhoneNumber(typed) }.Distinct()];
    }
}
