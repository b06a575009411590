namespace Portal.Web.Features.Admin;

/// <summary>Texts of the staff area.</summary>
public sealed class AdminText;
