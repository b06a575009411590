namespace Portal.Rules.Orders;

/// <summary>
/// An amount of whole yen. It is an integer and every step of arithmetic is checked, so that a figure is right to the
/// yen or an error, never a rounded or an overflown one.
/// </summary>
/// <param name="Amount">In yen; may be negative only where amounts are compared.</param>
public readonly record struct Yen(long Amount) : IComparable<Yen>
{
    /// <summary>Nothing to pay.</summary>
    public static Yen Zero => new(0);

    /// <summary>Two amounts together.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static Yen operator +(Yen left, Yen right) => new(checked(left.Amount + right.Amount));

    /// <summary>What is left of an amount.</summary>
    /// <param name="left">The amount.</param>
    /// <param name="right">What is taken away.</param>
    public static Yen operator -(Yen left, Yen right) => new(checked(left.Amount - right.Amount));

    /// <summary>So many times the amount.</summary>
    /// <param name="amount">Of one.</param>
    /// <param name="times">How many.</param>
    public static Yen operator *(Yen amount, long times) => new(checked(amount.Amount * times));

    /// <summary>Less?</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(Yen left, Yen right) => left.Amount < right.Amount;

    /// <summary>More?</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(Yen left, Yen right) => left.Amount > right.Amount;

    /// <summary>Not more?</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(Yen left, Yen right) => left.Amount <= right.Amount;

    /// <summary>Not less?</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(Yen left, Yen right) => left.Amount >= right.Amount;

    /// <summary>All of them together.</summary>
    /// <param name="amounts">Any number of them; none make nothing.</param>
    public static Yen Sum(IEnumerable<Yen> amounts) => amounts.Aggregate(Zero, (sum, amount) => sum + amount);

    /// <inheritdoc/>
    public int CompareTo(Yen other) => Amount.CompareTo(other.Amount);
}
