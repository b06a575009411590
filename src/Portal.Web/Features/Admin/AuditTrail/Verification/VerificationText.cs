namespace Portal.Web.Features.Admin.AuditTrail.Verification;

/// <summary>Names the texts beside it.</summary>
public sealed class VerificationText;
