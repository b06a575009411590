namespace Portal.Web.Data.Entities;

public enum TenantStatus
{
    Active,
    Suspended,
}
