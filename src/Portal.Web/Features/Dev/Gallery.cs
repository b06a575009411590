using Microsoft.Extensions.Localization;
using Portal.Web.Http;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Dev;

/// <summary>The component gallery with its sample data.</summary>
public sealed class Gallery(IStringLocalizer<DevText> text)
{
    public static readonly DateTimeOffset Moment = new(2026, 7, 1, 9, 5, 0, TimeSpan.FromHours(9));

    public GalleryForm Form { get; init; } = new();

    /// <summary>Files are somebody's, and nobody is signed in outside of a portal.</summary>
    public bool IsInPortal { get; init; }

    /// <summary>Whose faces are shown.</summary>
    public IReadOnlyList<PortalTenant> Portals { get; init; } = [];

    public IReadOnlyList<string> Steps => Texts("Step1", "Step2", "Step3");

    public IReadOnlyList<Choice> Prefectures => [new("01", text["Hokkaido"]), new("13", text["Tokyo"]), new("27", text["Osaka"])];

    public IReadOnlyList<Choice> Contacts => [new("email", text["ByEmail"]), new("phone", text["ByPhone"], text["ByPhoneHint"])];

    public IReadOnlyList<Choice> NoticeKinds => [new("maintenance", text["Maintenance"]), new("incident", text["Incident"])];

    public IReadOnlyList<PolicyItem> Policy =>
    [
        new(text["RuleLength"], "length:8-20"), new(text["RuleCharset"], "charset:-_.!"), new(text["RuleUpper"], "upper"),
        new(text["RuleDigit"], "digit"), new(text["RuleHistory"]),
    ];

    public IReadOnlyList<GalleryRow> Rows =>
    [
        new("CS0001234", text["Row1"], "info", text["New"], Moment),
        new("CS0001235", text["Row2"], "warning", text["Waiting"], Moment.AddDays(-1)),
        new("CS0001236", text["Row3"], "success", text["Resolved"], Moment.AddDays(-12)),
    ];

    private string[] Texts(params string[] keys) => [.. keys.Select(key => text[key].Value)];
}

public sealed record GalleryRow(string Number, string Subject, string Tone, string Status, DateTimeOffset Updated);
