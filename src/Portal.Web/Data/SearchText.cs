using Portal.Rules.Text;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data;

/// <summary>Search that forgives width, kana, case and composition on both sides (IV-03).</summary>
public static class SearchText
{
    /// <summary>More words find nothing more, but cost a comparison each.</summary>
    private const int MostWords = 8;

    /// <summary>
    /// Everything a list can find an account by; a name also as one word, because nobody types the blank.
    /// </summary>
    public static string Of(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        string[] parts =
        [
            user.UserName ?? "",
            user.Email ?? "",
            EmailAddress.Readable(user.Email) ?? "",
            $"{user.FamilyName} {user.GivenName}",
            user.FamilyName + user.GivenName,
            $"{user.FamilyNameKana} {user.GivenNameKana}",
            user.FamilyNameKana + user.GivenNameKana,
            user.Department,
            user.Phone,
            CanonicalText.PhoneNumber(user.Phone),
            user.MobilePhone,
            CanonicalText.PhoneNumber(user.MobilePhone),
        ];
        return string.Join('\n', parts.Select(CanonicalText.SearchKey).Where(part => part.Length > 0).Distinct());
    }

    /// <summary>The folded words of a query; each must be found.</summary>
    public static IReadOnlyList<string> Words(string? query) =>
        [.. CanonicalText.SearchKey(query ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)];
}
