namespace Portal.Web.Features.OwnAccount.SecondFactors;

/// <summary>Names the texts beside it.</summary>
public sealed class SecondFactorsText;
