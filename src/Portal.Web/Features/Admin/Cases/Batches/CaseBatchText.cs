namespace Portal.Web.Features.Admin.Cases.Batches;

/// <summary>Names the texts beside it.</summary>
public sealed class CaseBatchText;
