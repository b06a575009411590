using Portal.Web.Audit;

namespace Portal.Web.Domain.Announcements;

/// <summary>What is recorded of announcements: who of the staff wrote what. Readers leave no event.</summary>
internal sealed class AnnouncementEvents() : EventContribution(typeof(AnnouncementEventText),
    [
        new(Added, "The staff writes an announcement, as a draft or published"),
        new(Changed, "The staff changes an announcement, or publishes it, or takes it back"),
        new(Deleted, "The staff deletes an announcement"),
    ])
{
    public const string Added = "announcement-added";
    public const string Changed = "announcement-changed";
    public const string Deleted = "announcement-deleted";

    public static bool Are(string kind) => kind is Added or Changed or Deleted;
}

/// <summary>Names the texts beside it.</summary>
internal sealed class AnnouncementEventText;
