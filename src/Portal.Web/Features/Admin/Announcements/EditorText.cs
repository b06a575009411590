namespace Portal.Web.Features.Admin.Announcements;

/// <summary>Names the texts beside it.</summary>
public sealed class EditorText;
