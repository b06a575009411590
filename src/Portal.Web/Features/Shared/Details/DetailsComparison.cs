using System.Globalization;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Forms;

namespace Portal.Web.Features.Shared.Details;

/// <summary>Both versions of what is known of a person, in the words of its tenant (SAFE-1).</summary>
public static class DetailsComparison
{
    public static IReadOnlyList<ComparedField> Of(DetailsWords words, AccountDetails own, AccountDetails newer)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(newer);
        return
        [
            .. Field("name", nameof(own.FamilyName), own.FamilyName, newer.FamilyName),
            .. Field("name", nameof(own.GivenName), own.GivenName, newer.GivenName),
            .. Field("kana", nameof(own.FamilyNameKana), own.FamilyNameKana, newer.FamilyNameKana),
            .. Field("kana", nameof(own.GivenNameKana), own.GivenNameKana, newer.GivenNameKana),
            .. Field("department", nameof(own.Department), own.Department, newer.Department),
            .. Field("title", nameof(own.Title), own.Title, newer.Title),
            .. Field("phone", nameof(own.Phone), own.Phone, newer.Phone),
            .. Field("mobilePhone", nameof(own.MobilePhone), own.MobilePhone, newer.MobilePhone),
            .. Field("language", nameof(own.Language), words.Language(own.Language), words.Language(newer.Language), own.Language ?? ""),
            .. Field("timeZone", nameof(own.TimeZone), words.Zone(own.TimeZone), words.Zone(newer.TimeZone), own.TimeZone ?? ""),
            .. Field("validUntil", nameof(own.ValidUntil), DetailsWords.Date(own.ValidUntil), DetailsWords.Date(newer.ValidUntil),
                DateText(own.ValidUntil)),
        ];

        // What the form sends on is said where people read something else.
        IEnumerable<ComparedField> Field(string offer, string name, string ours, string theirs, string? sent = null)
        {
            if (words.HasField(offer))
            {
                yield return new ComparedField(name, words.Label(name), ours, theirs) { Sent = [sent ?? ours] };
            }
        }
    }

    private static string DateText(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
