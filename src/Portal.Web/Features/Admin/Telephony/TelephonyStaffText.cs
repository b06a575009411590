namespace Portal.Web.Features.Admin.Telephony;

/// <summary>Names the texts beside it.</summary>
public sealed class TelephonyStaffText;
