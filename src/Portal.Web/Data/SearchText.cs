using Portal.Rules.Text;
using Portal.Rules.WorkRequests;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data;

/// <summary>Search that forgives width, kana, case and composition on both sides (IV-03).</summary>
public static class SearchText
{
    /// <summary>More words find nothing more, but cost a comparison each.</summary>
    public const int MostWords = 8;

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
        return Joined(parts);
    }

    /// <summary>What an item of the catalogue is found by.</summary>
    public static string Of(RentalItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Joined(item.Code, item.Name, item.NameEn ?? "", item.Text, item.TextEn ?? "");
    }

    /// <summary>What an application is found by: its number, what it is about, who sent it, where it goes.</summary>
    public static string Of(RentalOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var to = order.Address;
        return Joined([order.Named.ToString(), order.AuthorName, to.PostalCode, to.Prefecture + to.City + to.Street, to.Building,
            to.Company, to.Department, to.Name, to.Kana,
            .. order.Lines.SelectMany(line => new[] { line.Code, line.Name, line.NameEn ?? "" })]);
    }

    /// <summary>What a work request is found by: its number, what it is for, who sent it.</summary>
    public static string Of(WorkRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Joined(WorkRequestNumber.Of(request.Number), request.TitleJa, request.TitleEn, request.AuthorName);
    }

    /// <summary>The folded words of a query; each must be found.</summary>
    public static IReadOnlyList<string> Words(string? query) =>
        [.. CanonicalText.SearchKey(query ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)];

    private static string Joined(params string[] parts) =>
        string.Join('\n', parts.Select(CanonicalText.SearchKey).Where(part => part.Length > 0).Distinct());
}
