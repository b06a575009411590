namespace Portal.Web.Features.Admin.Approvals;

/// <summary>Names the texts beside it.</summary>
public sealed class ApprovalText;
