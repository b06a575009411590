using System.Globalization;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Forms;

namespace Portal.Web.Features.Operators.Edits;

/// <summary>Both versions of what is known of an ID, in the words of the tenant (SAFE-1).</summary>
public sealed class DetailsComparison(OperatorWords words, OperatorChoices choices)
{
    public IReadOnlyList<ComparedField> Of(AccountDetails own, AccountDetails newer)
    {
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
            .. Field("language", nameof(own.Language), choices.Language(own.Language), choices.Language(newer.Language),
                own.Language ?? ""),
            .. Field("timeZone", nameof(own.TimeZone), choices.Zone(own.TimeZone), choices.Zone(newer.TimeZone), own.TimeZone ?? ""),
            .. Field("validUntil", nameof(own.ValidUntil), OperatorWords.Date(own.ValidUntil), OperatorWords.Date(newer.ValidUntil),
                DateText(own.ValidUntil)),
        ];
    }

    /// <param name="sent">What the form sends on, where people read something else.</param>
    private IEnumerable<ComparedField> Field(string offer, string name, string own, string newer, string? sent = null)
    {
        if (words.HasField(offer))
        {
            yield return new ComparedField(name, words.Label(name), own, newer) { Sent = [sent ?? own] };
        }
    }

    private static string DateText(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
