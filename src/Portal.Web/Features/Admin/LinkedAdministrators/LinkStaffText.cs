namespace Portal.Web.Features.Admin.LinkedAdministrators;

/// <summary>Names the texts beside it.</summary>
public sealed class LinkStaffText;
