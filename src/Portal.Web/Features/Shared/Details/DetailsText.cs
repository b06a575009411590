namespace Portal.Web.Features.Shared.Details;

/// <summary>Names the texts beside it.</summary>
public sealed class DetailsText;
