namespace Portal.Web.Data.Entities;

public enum ContractStatus
{
    Active,
    Suspended,
}
