namespace Portal.Web.Data.Entities;

/// <summary>
/// A person whom the contract's manager has chosen to see its cases (CASE-6); counts while the contract's visibility is
/// that of chosen persons.
/// </summary>
public sealed class CaseViewer : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid ContractId { get; set; }

    public Guid UserId { get; set; }
}
