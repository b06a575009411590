using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

public sealed class StoredContracts : StoredRows<Contract>
{
    internal StoredContracts(WorldSource source)
        : base(source)
    {
    }

    public Task SuspendAllAsync() => ChangeAllAsync(contract => contract.Status, ContractStatus.Suspended);

    public Task LimitAccountsAsync(string number, int most) =>
        ChangeAsync(contract => contract.Number == number, contract => contract.AccountLimit, most);
}
