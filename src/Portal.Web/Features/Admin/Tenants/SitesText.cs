namespace Portal.Web.Features.Admin.Tenants;

/// <summary>Names the texts beside it.</summary>
public sealed class SitesText;
