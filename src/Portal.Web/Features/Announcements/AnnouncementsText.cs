namespace Portal.Web.Features.Announcements;

/// <summary>Names the texts beside it.</summary>
public sealed class AnnouncementsText;
