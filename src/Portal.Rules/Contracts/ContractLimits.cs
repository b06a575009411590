namespace Portal.Rules.Contracts;

/// <summary>How long texts of a contract are, in code points, and how many there are of what it has.</summary>
public static class ContractLimits
{
    /// <summary>A contract number.</summary>
    public const int Number = 40;

    /// <summary>The name of a holder, and its reading.</summary>
    public const int Name = 100;

    /// <summary>A postal address, on several lines.</summary>
    public const int Address = 200;

    /// <summary>
    /// The service of a contract that comes about, by a form or a file; what is stored already may be longer.
    /// </summary>
    public const int Service = 60;

    /// <summary>A plan, a use, an option, and the service of a contract that is changed.</summary>
    public const int Words = 100;

    /// <summary>IDs that a contract may have.</summary>
    public const int Accounts = 100_000;

    /// <summary>IDs that a contract has where nobody says how many.</summary>
    public const int UsualAccounts = 50;

    /// <summary>Telephone numbers that are entered at once.</summary>
    public const int Numbers = 50;

    /// <summary>Lines of one contract that are entered one by one; a file may bring more.</summary>
    public const int Lines = 500;

    /// <summary>Options of one contract.</summary>
    public const int Options = 50;

    /// <summary>How many of one option.</summary>
    public const int Quantity = 999_999;
}
