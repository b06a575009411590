using Portal.Rules.Announcements;

namespace Portal.Web.Data.Seed.Announcements;

/// <summary>An announcement of the demonstration.</summary>
/// <param name="From">Days ago.</param>
/// <param name="Until">In how many days.</param>
internal sealed record DemoNotice(AnnouncementLevel Level, int From, int? Until)
{
    public required string TitleJa { get; init; }

    public required string TextJa { get; init; }

    public string? TitleEn { get; init; }

    public string? TextEn { get; init; }

    public string? Service { get; init; }

    public Guid? ContractId { get; init; }

    public bool HasBanner { get; init; }

    public bool IsOnSignIn { get; init; }

    public bool IsDraft { get; init; }

    public int Views { get; init; }
}
