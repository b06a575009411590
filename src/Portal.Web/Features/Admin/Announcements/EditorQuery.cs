using Portal.Rules.Announcements;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Announcements;

/// <summary>Which announcements are looked at, as it stands in the address.</summary>
public sealed class EditorQuery : ListInput
{
    public string? Tenant { get; set; }

    public string? View { get; set; }

    /// <summary>Null for all; so is what is not understood (IV-09).</summary>
    public AnnouncementState? State => Enum.GetValues<AnnouncementState>().Where(state => Key(state) == View)
        .Select(state => (AnnouncementState?)state).FirstOrDefault();

    public string Order => EditorQueue.Orders.Of(Sort);

    public static string Key(AnnouncementState? state) => state switch
    {
        AnnouncementState.Draft => "draft",
        AnnouncementState.Planned => "planned",
        AnnouncementState.Shown => "shown",
        AnnouncementState.Over => "over",
        _ => "all",
    };
}
