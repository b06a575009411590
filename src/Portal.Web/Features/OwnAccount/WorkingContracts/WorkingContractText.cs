namespace Portal.Web.Features.OwnAccount.WorkingContracts;

/// <summary>Names the texts beside it.</summary>
public sealed class WorkingContractText;
