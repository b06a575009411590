namespace Portal.Web.Features.Shared.Announcements;

/// <summary>Words about announcements that customers, guests and staff share.</summary>
public sealed class AnnouncementSharedText;
