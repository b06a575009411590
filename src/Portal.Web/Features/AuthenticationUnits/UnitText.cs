namespace Portal.Web.Features.AuthenticationUnits;

/// <summary>Names the texts beside it.</summary>
public sealed class UnitText;
