using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class OutboxOwed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_State_NextTryAt",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "LeaseUntil",
                table: "Outbox");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Owed",
                table: "Outbox",
                columns: new[] { "NextTryAt", "Id" },
                filter: "\"State\" IN ('Waiting', 'Sending')");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Owed_Recipient",
                table: "Outbox",
                columns: new[] { "TenantId", "Recipient", "CreatedAt", "Id" },
                filter: "\"State\" IN ('Waiting', 'Sending')");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Owed_Urgent",
                table: "Outbox",
                columns: new[] { "NextTryAt", "Id" },
                filter: "\"State\" IN ('Waiting', 'Sending') AND \"ValidUntil\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_Owed",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_Owed_Recipient",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_Owed_Urgent",
                table: "Outbox");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LeaseUntil",
                table: "Outbox",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_State_NextTryAt",
                table: "Outbox",
                columns: new[] { "State", "NextTryAt" });
        }
    }
}
