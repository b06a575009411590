namespace Portal.Web.Features.Admin.Contracts;

/// <summary>Names the texts beside it.</summary>
public sealed class ContractStaffText;
