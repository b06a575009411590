namespace Portal.Web.Features.Contracts;

/// <summary>Names the texts beside it.</summary>
public sealed class ContractsText;
