namespace Portal.Web.Features.Cases;

/// <summary>Names the texts beside it.</summary>
public sealed class CasesText;
