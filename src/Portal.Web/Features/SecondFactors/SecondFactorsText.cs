namespace Portal.Web.Features.SecondFactors;

/// <summary>Names the texts beside it.</summary>
public sealed class SecondFactorsText;
