namespace Portal.Web.Tenancy.Brands;

/// <summary>What a page needs of a logo: its address and how wide it is drawn, in CSS pixels.</summary>
public sealed record TenantLogoFacts(Guid Id, int Width);
