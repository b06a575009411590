namespace Portal.Web.Features.Admin.Memberships;

/// <summary>Names the texts beside it.</summary>
public sealed class MembershipStaffText;
