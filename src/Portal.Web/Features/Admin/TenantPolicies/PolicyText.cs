namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>Names the texts beside it.</summary>
public sealed class PolicyText;
