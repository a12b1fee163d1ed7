"""A project as big as they get: 150 models in 15 modules, and a few that everything leads to."""

from __future__ import annotations

import random
from pathlib import Path

MODULES = {
    "accounts": "User Team Role Permission Session "
    "Invitation Avatar Preference Address LoginAttempt",
    "catalogue": "Product Variant Category Brand Attribute "
    "Bundle Price Discount ProductImage Review",
    "sales": "Order OrderLine Cart CartLine Coupon Quote Refund RefundLine Wishlist GiftCard",
    "billing": "Invoice InvoiceLine Payment PaymentMethod Subscription "
    "Plan TaxRate Ledger Entry Dunning",
    "shipping": "Shipment Parcel Carrier Rate Zone "
    "Label TrackingEvent Warehouse PickupPoint Return",
    "stock": "StockItem Movement Supplier PurchaseOrder PurchaseLine "
    "Batch Location Count Reservation Alert",
    "support": "Ticket Message Attachment Macro Queue "
    "Satisfaction Escalation Agent Tag KnowledgeArticle",
    "marketing": "Campaign Segment Newsletter Delivery Click "
    "LandingPage Banner Experiment Referral Survey",
    "content": "Page Block Menu MenuItem Media Translation Redirect Author Article Comment",
    "analytics": "Event Dashboard Widget Report Metric Goal Funnel Cohort Export Snapshot",
    "staff": "Employee Department Contract Shift Absence Payslip Skill Training Review Equipment",
    "projects": "Project Milestone Task Subtask Worklog Board Column Sprint Estimate Checklist",
    "calendar": "Calendar Appointment Attendee Room Reminder "
    "Holiday Recurrence Availability Booking Slot",
    "assets": "Asset Vendor Licence Maintenance Inspection Depreciation Assignment Site Floor Desk",
    "audit": "LogEntry Change Approval Policy Consent DataRequest Retention Incident Token Webhook",
}
PLAIN = (
    "name: str",
    "created_on: str",
    "position: int = 0",
    "is_active: bool = True",
    "note: str | None = None",
)
HUBS = ("accounts.User", "catalogue.Product", "sales.Order", "accounts.Team")


def write_company(folder: Path) -> None:
    """The same project each time."""
    chance = random.Random(7)
    (folder / "company").mkdir()
    (folder / "company" / "__init__.py").touch()
    done: list[str] = []
    for module, names in MODULES.items():
        lines = ["from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany", ""]
        bodies: list[str] = []
        imports: set[str] = set()
        own: list[str] = []
        for name in names.split():
            lead = [one for one in HUBS if one in done and chance.random() < 0.35]
            lead += [f"{module}.{one}" for one in own if chance.random() < 0.22]
            lead += [chance.choice(done)] if done and chance.random() < 0.12 else []
            bodies += ["", "", f"class {name}(BaseDBModel):"]
            bodies += [f"    {one}" for one in chance.sample(PLAIN, chance.randint(1, 4))]
            for target in dict.fromkeys(lead):
                bodies.append(_relation(module, name, target, chance))
                if not target.startswith(f"{module}."):
                    imports.add(target.partition(".")[0])
            own.append(name)
            done.append(f"{module}.{name}")
        lines += [f"from company import {', '.join(sorted(imports))}"] if imports else []
        (folder / "company" / f"{module}.py").write_text("\n".join(lines + bodies) + "\n")


def _relation(module: str, name: str, target: str, chance: random.Random) -> str:
    owner, _, model = target.partition(".")
    written = model if owner == module else target
    field = model.lower()
    accessor = f"{module}_{name.lower()}s"
    if chance.random() < 0.12:
        call = f'ManyToMany({written}, related_name="{accessor}")'
        return f"    {field}s: ManyToMany[{written}] = {call}"
    null = ", null=True" if chance.random() < 0.3 else ""
    call = f'ForeignKey({written}, related_name="{accessor}"{null})'
    return f"    {field}: ForeignKey[{written}] = {call}"
